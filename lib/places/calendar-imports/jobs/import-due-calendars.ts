import "server-only";
import { z } from "zod";
import { writeTransaction } from "@/db/client";
import { defineJob } from "@/lib/platform/jobs/job";
import { IMPORT_DUE_CALENDARS } from "../constants";
import { queueDueImports } from "../mutations";

/** Queues the calendars whose hour has come, and those whose import was broken off. Every five minutes; run twice it queues nothing twice. */
export const importDueCalendarsJob = defineJob({
  name: IMPORT_DUE_CALENDARS,
  cron: "*/5 * * * *",
  payload: z.object({}).loose(),
  run: () => writeTransaction({ actorId: null, requestId: null }, queueDueImports),
});
