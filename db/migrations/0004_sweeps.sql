CREATE INDEX "files_bytes" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "files_unsent" ON "files" USING btree ("at") WHERE instance_id is null;--> statement-breakpoint
CREATE INDEX "rate_limits_window" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");