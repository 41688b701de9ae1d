import { MailCheck } from "lucide-react";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { Instant } from "@/components/patterns/instant";
import { Pager } from "@/components/patterns/pager";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { MAIL_PATH, type MailState } from "@/lib/people/mails/constants";
import type { MailListItem, MailPage } from "@/lib/people/mails/queries";
import { type MailListQuery, mailListHref } from "@/lib/people/mails/schemas";
import { failureInWords } from "@/lib/platform/mail/failure-in-words";
import { stateWords } from "./state-words";

/** A page of mails with links to its neighbours; without any, what that means. */
export function MailTable({ query, page }: { query: MailListQuery; page: MailPage }) {
  const { rows, total, first, previous, next } = page;
  const toPage = (cursor: typeof next) => cursor && mailListHref(query, { cursor });
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card">
      {total === 0 ? (
        <NoMail state={query.state} />
      ) : (
        <DataTable caption="Mails, the newest first" columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      <Pager
        label="Mails"
        first={first}
        last={first + rows.length - 1}
        total={total}
        previousHref={toPage(previous)}
        nextHref={toPage(next)}
      />
    </div>
  );
}

/** How many mails the list holds, in words: "3 mails not delivered in the last 90 days". */
export function mailsInWords(total: number, state: MailListQuery["state"]): string {
  const mails = total === 1 ? "1 mail" : `${total === 0 ? "No" : total.toLocaleString("en-GB")} mails`;
  return `${mails}${state === "" ? "" : ` ${stateWords[state].toLowerCase()}`} in the last 90 days`;
}

const tones: Readonly<Record<MailState, BadgeTone>> = {
  waiting: "neutral",
  delivered: "success",
  undelivered: "danger",
};

const columns: readonly Column<MailListItem>[] = [
  {
    heading: "To",
    width: "@2xl:w-[24%]",
    cell: ({ recipient }) => <span className="font-medium wrap-anywhere">{recipient}</span>,
  },
  {
    heading: "Subject",
    width: "@2xl:w-[28%]",
    cell: ({ subject }) => <span className="wrap-anywhere">{subject}</span>,
  },
  { heading: "State", cell: State },
  {
    heading: "Tries",
    align: "end",
    cell: ({ attempts }) => attempts.toLocaleString("en-GB"),
    isEmpty: ({ attempts }) => attempts === 0,
  },
  { heading: "Written", cell: ({ createdAt }) => <Instant at={new Date(createdAt)} /> },
];

function State({ state, givenUp, settledAt, failure }: MailListItem) {
  return (
    <div className="grid justify-items-start gap-0.5">
      <Badge tone={tones[state]}>{state === "undelivered" && givenUp ? "Given up" : stateWords[state]}</Badge>
      {state === "undelivered" && (
        <span className="text-sm text-ink-muted">
          {failureInWords(failure)} {givenUp ? "Nothing tries again." : "It will be tried again."}
        </span>
      )}
      {settledAt !== null && (
        <span className="text-sm text-ink-muted">
          <Instant at={new Date(settledAt)} />
        </span>
      )}
    </div>
  );
}

const none: Readonly<Record<MailListQuery["state"], { title: string; text: string }>> = {
  "": {
    title: "No mail",
    text: "Whatever the portal writes to somebody is listed here for 90 days, with how it fares.",
  },
  waiting: { title: "No mail waits", text: "Each mail stands here until it is first tried." },
  delivered: { title: "No mail was delivered", text: "In the last 90 days no mail server has taken any." },
  undelivered: { title: "No mail failed", text: "Every mail of the last 90 days was delivered or still waits." },
};

function NoMail({ state }: Pick<MailListQuery, "state">) {
  const { title, text } = none[state];
  return (
    <EmptyState
      title={title}
      icon={<MailCheck aria-hidden />}
      action={state !== "" && <ButtonLink href={MAIL_PATH}>Show all mails</ButtonLink>}
    >
      <p>{text}</p>
    </EmptyState>
  );
}
