import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { type Transaction, writeTransaction } from "@/db/client";
import { env } from "@/env";
import { calendarPath } from "@/lib/places/calendars/constants";
import { now, today } from "@/lib/platform/clock";
import { type Feed, readFeed } from "@/lib/platform/icalendar/read-feed";
import { defineJob } from "@/lib/platform/jobs/job";
import { log } from "@/lib/platform/log";
import { queueMail } from "@/lib/platform/mail/queue";
import { placeEvents } from "../../calendar-feeds/queries";
import { type Fetched, fetchCalendar } from "../../calendar-sources/queries";
import { writeEvents } from "../../imported-events/mutations";
import { type CalendarFailure, failureInWords, IMPORT_CALENDAR, stateOfFailure } from "../constants";
import { calendarFailingMail } from "../emails/calendar-failing";
import {
  claimImport,
  type ImportBefore,
  type ImportClaim,
  lockClaim,
  queueImport,
  recordFailure,
  recordSuccess,
} from "../mutations";
import { getFailureNews, importSpan, isOutageOurs } from "../queries";

const nobody = { actorId: null, requestId: null };

/** Imports one calendar. Run twice it does the work once: the second finds it running, or its source unchanged. */
export const importCalendarJob = defineJob({
  name: IMPORT_CALENDAR,
  slow: true,
  payload: z.object({ calendarId: z.uuid() }),
  run: ({ calendarId }, stopping) =>
    importCalendar(calendarId, (url, validators) => fetchCalendar(url, validators, { stopping })),
});

/**
 * Imports one calendar: claims it, fetches its source outside of any transaction, and writes what came of it in one.
 * Whatever a source holds ends as this calendar's own state. Only where not even that can be written it throws.
 * @param fetch for tests alone.
 */
export async function importCalendar(calendarId: string, fetch: typeof fetchCalendar = fetchCalendar): Promise<void> {
  const claim = await writeTransaction(nobody, (tx) => claimImport(tx, calendarId));
  if (claim === null) return;
  try {
    await fetchAndWrite(claim, fetch);
  } catch (error) {
    log.error({ calendarId, error }, "A calendar could not be imported through a fault of ours.");
    await fail(claim, "fault");
  }
}

async function fetchAndWrite(claim: ImportClaim, fetch: typeof fetchCalendar): Promise<void> {
  const standing = standingOf(claim);
  const isFresh = claim.checksum?.startsWith(standing) ?? false;
  const fetched = await fetch(claim.url, isFresh ? claim : { etag: null, lastModified: null });
  if (fetched.kind === "failed") return fail(claim, fetched.failure);
  if (fetched.kind === "stopped") return putBack(claim);
  if (fetched.kind === "unchanged" || `${standing}${fetched.checksum}` === claim.checksum) return keep(claim);
  const feed = await readFeed(fetched.text, { ...importSpan(), doubtful: fetched.doubtful });
  if (!feed.ok) return fail(claim, feed.failure);
  await write(claim, feed, { ...fetched, checksum: `${standing}${fetched.checksum}` });
}

/**
 * What a checksum is worth, beside the bytes that it is of: read on this day, for these settings. On another day a
 * source is read in full although it has not changed, because more of its recurring events have come into sight, and
 * because there may be partners by now whom its locations mean.
 */
function standingOf({ strategy, placeId }: ImportClaim): string {
  const settings = createHash("sha256").update(`${strategy} ${placeId}`).digest("hex").slice(0, 16);
  return `${today()}.${settings}.`;
}

/** For the next worker that starts. */
async function putBack(claim: ImportClaim): Promise<void> {
  await writeTransaction(nobody, async (tx) => {
    if ((await lockClaim(tx, claim)) !== null) await queueImport(tx, claim.calendarId);
  });
}

async function keep(claim: ImportClaim): Promise<void> {
  await writeTransaction(nobody, async (tx) => {
    if ((await lockClaim(tx, claim)) !== null) await recordSuccess(tx, claim.calendarId, null);
  });
}

async function write(claim: ImportClaim, feed: Feed, source: Extract<Fetched, { kind: "body" }>): Promise<void> {
  const { calendarId, strategy, placeId, placeName } = claim;
  const place = placeId === null || placeName === null ? null : { id: placeId, name: placeName };
  await writeTransaction(nobody, async (tx) => {
    if ((await lockClaim(tx, claim)) === null) return;
    const placed = await placeEvents(tx, feed.events, { strategy, place });
    const changed = await writeEvents(tx, calendarId, placed, feed);
    const { checksum, etag, lastModified } = source;
    await recordSuccess(tx, calendarId, { checksum, etag, lastModified, notices: feed.notices, changed });
  });
}

async function fail(claim: ImportClaim, failure: CalendarFailure): Promise<void> {
  await writeTransaction(nobody, async (tx) => {
    const before = await lockClaim(tx, claim);
    if (before === null) return;
    const told = isNews(before, failure) && !(await isOurOutage(tx, failure));
    const mailed = told && (await tellAdmins(tx, claim.calendarId, failure, before));
    await recordFailure(tx, claim.calendarId, failure, mailed ? { ...before, mailedAt: now() } : before);
  });
}

/** The second failure in a row is news, once; a fault of ours is nothing that admins could mend. */
function isNews({ failingSince, mailedAt }: ImportBefore, failure: CalendarFailure): boolean {
  return failingSince !== null && mailedAt === null && failure !== "fault";
}

/** While hardly any source can be reached no admin can mend theirs; what still fails afterwards is told then. */
async function isOurOutage(tx: Transaction, failure: CalendarFailure): Promise<boolean> {
  return stateOfFailure(failure) === "unreachable" && (await isOutageOurs(tx));
}

/** @returns whether there was anybody to tell. */
async function tellAdmins(
  tx: Transaction,
  calendarId: string,
  failure: CalendarFailure,
  { failingSince }: ImportBefore,
): Promise<boolean> {
  const news = await getFailureNews(tx, calendarId);
  if (news === null) return false;
  const since = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "Europe/London" });
  for (const { name, email } of news.admins) {
    await queueMail(tx, calendarFailingMail, email, {
      name,
      calendar: news.calendar.name,
      partner: news.partner,
      since: since.format(failingSince ?? now()),
      why: failureInWords(failure),
      calendarUrl: `${env.appUrl}${calendarPath(news.calendar)}`,
    });
  }
  return news.admins.length > 0;
}
