CREATE TABLE "act_prints" (
	"agency_id" text NOT NULL,
	"decree_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "act_prints_agency_id_decree_id_sha256_pk" PRIMARY KEY("agency_id","decree_id","sha256"),
	CONSTRAINT "act_prints_sha256" CHECK ("act_prints"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "act_prints" ADD CONSTRAINT "act_prints_decree" FOREIGN KEY ("agency_id","decree_id") REFERENCES "public"."decrees"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "act_prints_bytes" ON "act_prints" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "decrees_seal" ON "decrees" USING btree ((substr(encode(sha256(('sk/' || agency_id || '/' || id::text)::bytea), 'hex'), 1, 20)));--> statement-breakpoint
CREATE TRIGGER act_prints_append_only BEFORE UPDATE OR DELETE ON act_prints FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER act_prints_no_truncate BEFORE TRUNCATE ON act_prints FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
