import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { mails } from "@/db/schema/platform";
import { env } from "@/env";
import { type ListCounts, type ListPage, readPage } from "@/lib/people/lists/queries";
import { portalId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { GIVEN_UP, MAIL_TRIES } from "@/lib/platform/mail/constants";
import { MAILS_PER_PAGE, type MailState } from "./constants";
import type { MailListQuery } from "./schemas";

/** A mail as it is listed. Never what it says: it may hold a link that lets somebody in. Instants are ISO in UTC. */
export type MailListItem = {
  id: string;
  recipient: string;
  subject: string;
  createdAt: string;
  state: MailState;
  /** Whether one that was not delivered is tried no more. */
  givenUp: boolean;
  attempts: number;
  /** When it was handed over or last failed; null while it waits. */
  settledAt: string | null;
  /** What was last said against it, as `failureInWords` takes it. */
  failure: string | null;
};

/** A page of mails. `sends`: whether this portal has a mail server at all. */
export type MailPage = ListPage<MailListItem> & { sends: boolean };

/** What was decided about the reading, and the mails where it was allowed. */
export type MailReading = { decision: Decision; page: MailPage | null };

/** The mails that the portal wrote in the last ninety days, the newest first, for those who may view mail. Two statements. */
export async function listMails(actor: Actor, query: MailListQuery): Promise<MailReading> {
  return readTransaction(async (tx) => {
    const decision = await decide(tx, { actor, action: "view_mail", resource: { type: "system", id: portalId } });
    if (decision.outcome !== "allow") return { decision, page: null };
    const where = query.state === "" ? sql`true` : inState(query.state);
    const page = await readPage<MailListItem>({
      order: { row: sql`${mails.id}`, at: ({ id }) => sql`${id}::uuid`, downwards: true },
      cursor: query.cursor,
      perPage: MAILS_PER_PAGE,
      count: async (passed) => {
        const [counts] = await tx.execute<ListCounts>(sql`
          select count(*)::int as "total", (count(*) filter (where ${passed}))::int as "before" from ${mails} where ${where}`);
        return counts;
      },
      read: (beyond, direction) =>
        tx.execute<MailListItem>(sql`
          select ${mails.id} as "id", ${mails.recipient} as "recipient", ${mails.subject} as "subject",
            ${instantColumn(mails.createdAt)} as "createdAt", ${stateColumn()} as "state", ${mails.attempts} as "attempts",
            ${settledColumn()} as "settledAt", ${mails.failure} as "failure",
            (${inState("undelivered")} and (${mails.html} is null or ${mails.failure} is not distinct from ${GIVEN_UP} or ${mails.attempts} >= ${MAIL_TRIES})) as "givenUp"
          from ${mails} where ${where} and ${beyond} order by ${mails.id} ${direction} limit ${MAILS_PER_PAGE}`),
      markOf: ({ id }) => ({ key: "", id }),
    });
    return { decision, page: { ...page, sends: env.smtpUrl !== null } };
  });
}

/**
 * The condition over `mails` that one is in a state. One whose words were cleared away because its link has run out is sent
 * no more, even if nobody has tried.
 */
export function inState(state: MailState): SQL {
  if (state === "delivered") return sql`${mails.sentAt} is not null`;
  const failed = sql`(${mails.failedAt} is not null or ${mails.html} is null)`;
  return sql`(${mails.sentAt} is null and ${state === "waiting" ? sql`not ${failed}` : failed})`;
}

/** A column: when a mail was handed over, failed last or ran out; null while it waits. ISO in UTC. */
export function settledColumn(): SQL {
  const cleared = sql`case when ${mails.html} is null then ${mails.secretUntil} end`;
  return instantColumn(sql`coalesce(${mails.sentAt}, ${mails.failedAt}, ${cleared})`);
}

function stateColumn(): SQL {
  return sql`case when ${inState("delivered")} then 'delivered' when ${inState("waiting")} then 'waiting' else 'undelivered' end`;
}
