CREATE TABLE "comment_threads" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"topic_kind" text NOT NULL,
	"topic_id" text NOT NULL,
	"topic_name" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "comment_threads_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "comment_threads_resolved" CHECK (("comment_threads"."resolved_by" is null) = ("comment_threads"."resolved_at" is null))
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "comments_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "comments_in_order" UNIQUE("agency_id","thread_id","ordinal"),
	CONSTRAINT "comments_deleted" CHECK ("comments"."deleted_at" is null or "comments"."words" = '')
);
--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "instance_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "slug" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_version" FOREIGN KEY ("agency_id","slug","number") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread" FOREIGN KEY ("agency_id","thread_id") REFERENCES "public"."comment_threads"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_threads_standard" ON "comment_threads" USING btree ("agency_id","slug","changed_at");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_version" FOREIGN KEY ("agency_id","slug","number") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_about_one" CHECK (("notices"."instance_id" is null) <> ("notices"."slug" is null) and ("notices"."slug" is null) = ("notices"."number" is null));