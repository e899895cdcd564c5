CREATE TABLE "agency_blocks" (
	"agency_id" text NOT NULL,
	"key" text NOT NULL,
	"revision" integer NOT NULL,
	"body" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "agency_blocks_agency_id_key_revision_pk" PRIMARY KEY("agency_id","key","revision")
);
--> statement-breakpoint
CREATE TABLE "draft_snapshots" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"why" text NOT NULL,
	"name" text,
	"body" text NOT NULL,
	"digest" text NOT NULL,
	"writers" uuid[] NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_snapshots_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "draft_snapshots_named" CHECK (("draft_snapshots"."why" = 'named') = ("draft_snapshots"."name" is not null)),
	CONSTRAINT "draft_snapshots_digest_of_body" CHECK ("draft_snapshots"."digest" = encode(sha256(convert_to("draft_snapshots"."body", 'UTF8')), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "standard_sources" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"source_agency" text NOT NULL,
	"source_slug" text NOT NULL,
	"source_number" integer NOT NULL,
	"source_digest" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "standard_sources_agency_id_slug_pk" PRIMARY KEY("agency_id","slug")
);
--> statement-breakpoint
ALTER TABLE "agency_blocks" ADD CONSTRAINT "agency_blocks_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_snapshots" ADD CONSTRAINT "draft_snapshots_version" FOREIGN KEY ("agency_id","slug","number") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_sources" ADD CONSTRAINT "standard_sources_standard" FOREIGN KEY ("agency_id","slug") REFERENCES "public"."standards"("agency_id","slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_snapshots_standard" ON "draft_snapshots" USING btree ("agency_id","slug","at");