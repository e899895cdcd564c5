DROP INDEX "tasks_completed_by";--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "instance_started_at" timestamp with time zone;--> statement-breakpoint
UPDATE "tasks" t SET "instance_started_at" = i."started_at" FROM "instances" i WHERE i."agency_id" = t."agency_id" AND i."id" = t."instance_id";--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "instance_started_at" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "tasks_performer" ON "tasks" USING btree ("agency_id","completed_by","instance_started_at","instance_id") WHERE completed_by is not null;
