CREATE TABLE "paper_prints" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"paper" text NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "paper_prints_agency_id_slug_version_paper_sha256_pk" PRIMARY KEY("agency_id","slug","version","paper","sha256"),
	CONSTRAINT "paper_prints_sha256" CHECK ("paper_prints"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "paper_prints" ADD CONSTRAINT "paper_prints_version" FOREIGN KEY ("agency_id","slug","version") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_prints_bytes" ON "paper_prints" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "versions_seal" ON "versions" USING btree ((substr(encode(sha256((agency_id || '/' || slug || '/' || number::text || '/' || digest)::bytea), 'hex'), 1, 20))) WHERE status in ('approved', 'published', 'superseded', 'revoked');--> statement-breakpoint
-- What was made once was made: a paper that somebody holds is never forgotten, and none is slipped in as another.
CREATE TRIGGER paper_prints_append_only BEFORE UPDATE OR DELETE ON paper_prints FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER paper_prints_no_truncate BEFORE TRUNCATE ON paper_prints FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
