CREATE TABLE "emblems" (
	"agency_id" text NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "emblems_sha256_agency_id_pk" PRIMARY KEY("sha256","agency_id"),
	CONSTRAINT "emblems_sha256" CHECK ("emblems"."sha256" = encode(sha256("emblems"."bytes"), 'hex')),
	CONSTRAINT "emblems_size" CHECK (octet_length("emblems"."bytes") <= 524288)
);
--> statement-breakpoint
ALTER TABLE "emblems" ADD CONSTRAINT "emblems_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER emblems_append_only BEFORE UPDATE OR DELETE ON emblems FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER emblems_no_truncate BEFORE TRUNCATE ON emblems FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
