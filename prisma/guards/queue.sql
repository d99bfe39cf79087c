-- The queue's own tables belong to graphile-worker (src/queue/install.ts); nothing to guard here but the shape of a task name.
ALTER TABLE "tick" ADD CONSTRAINT "tick_task_is_a_name" CHECK ("task" ~ '^[a-z][a-z0-9-]*$');
