CREATE TABLE "regulation_changes" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"number" text NOT NULL,
	"year" integer NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"change" text NOT NULL,
	"by" text NOT NULL,
	"since" date,
	"source" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "regulation_changes_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "regulation_changes_withdrawn" CHECK (("regulation_changes"."withdrawn_by" is null) = ("regulation_changes"."withdrawn_at" is null))
);
--> statement-breakpoint
ALTER TABLE "regulation_changes" ADD CONSTRAINT "regulation_changes_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "regulation_changes_regulation" ON "regulation_changes" USING btree ("agency_id","year","number");