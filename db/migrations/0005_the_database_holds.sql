ALTER TABLE "decree_items" DROP CONSTRAINT "decree_items_agency_id_slug_version_versions_agency_id_slug_number_fk";
--> statement-breakpoint
ALTER TABLE "instances" DROP CONSTRAINT "instances_agency_id_slug_version_versions_agency_id_slug_number_fk";
--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_text" UNIQUE("agency_id","slug","number","digest");
--> statement-breakpoint
ALTER TABLE "decree_items" ADD CONSTRAINT "decree_items_text" FOREIGN KEY ("agency_id","slug","version","digest") REFERENCES "public"."versions"("agency_id","slug","number","digest") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_series_known" FOREIGN KEY ("agency_id","series_id") REFERENCES "public"."series"("agency_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_instance_known" FOREIGN KEY ("agency_id","instance_id") REFERENCES "public"."instances"("agency_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "instances" ADD CONSTRAINT "instances_text" FOREIGN KEY ("agency_id","slug","version","digest") REFERENCES "public"."versions"("agency_id","slug","number","digest") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "task_candidates" ADD CONSTRAINT "task_candidates_task" FOREIGN KEY ("agency_id","task_id") REFERENCES "public"."tasks"("agency_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "task_drafts" ADD CONSTRAINT "task_drafts_task" FOREIGN KEY ("agency_id","task_id") REFERENCES "public"."tasks"("agency_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "version_acts" ADD CONSTRAINT "version_acts_version_known" FOREIGN KEY ("agency_id","slug","number") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_decree" FOREIGN KEY ("agency_id","decree_id") REFERENCES "public"."decrees"("agency_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_year" CHECK ("decrees"."year" = extract(year from "decrees"."signed_on"));
--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_series" CHECK ("decrees"."origin" <> 'series' or ("decrees"."series_id" is not null and "decrees"."seq" is not null));
--> statement-breakpoint
ALTER TABLE "holders" ADD CONSTRAINT "holders_acting_ends" CHECK ("holders"."kind" = 'definitive' or "holders"."until" is not null);
--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_digest_of_body" CHECK ("versions"."digest" = encode(sha256(convert_to("versions"."body", 'UTF8')), 'hex'));
--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_four_eyes" CHECK ("versions"."approved_by" <> "versions"."author_id" and "versions"."approved_by" <> all("versions"."writers"));
--> statement-breakpoint
CREATE VIEW "public"."public_versions" AS (select "agency_id", "slug", "number", "status", "body", "digest", "published_at", "decree_id", "superseded_by" from "versions" where "versions"."status" in ('approved', 'published', 'superseded', 'revoked'));
