import { Instant } from "@/components/patterns/instant";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { CalendarHealth } from "@/lib/places/calendar-health/constants";
import type { HealthGroup as Group, UnhealthyCalendar } from "@/lib/places/calendar-health/queries";
import { failureInWords } from "@/lib/places/calendar-imports/constants";
import { noticeInWords } from "@/lib/places/calendar-imports/schemas";
import { calendarPath } from "@/lib/places/calendars/constants";
import { failureAdvice } from "./failure-advice";
import { healthWords } from "./health-words";

/** The first calendars in one state, each with what is known of it, and the way to all; nothing where there is none. */
export function HealthGroup({ group: { health, count, href, calendars } }: { group: Group }) {
  if (count === 0) return null;
  const { title, why } = healthWords[health];
  const more = count - calendars.length;
  return (
    <Card id={health} title={title} flush>
      <p className="border-b border-line px-4 py-2.5 text-ink-muted sm:px-5">{why}</p>
      <ul className="divide-y divide-line">
        {calendars.map((calendar) => (
          <li key={calendar.id} className="grid gap-0.5 px-4 py-3 sm:px-5">
            <span className="wrap-anywhere">
              <TextLink href={calendarPath(calendar)}>{calendar.name}</TextLink>
              <span className="text-ink-muted"> of {calendar.organiser}</span>
            </span>
            <About health={health} calendar={calendar} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-sm sm:px-5">
          <TextLink href={href}>
            and {more.toLocaleString("en-GB")} more: all {count.toLocaleString("en-GB")}
          </TextLink>
        </p>
      )}
    </Card>
  );
}

function About({ health, calendar }: { health: CalendarHealth; calendar: UnhealthyCalendar }) {
  const { failure, since, succeededAt, notices } = calendar;
  if (health === "noticed") {
    return (
      <ul className="grid gap-0.5 text-sm text-ink-muted wrap-anywhere">
        {notices.map((notice) => (
          <li key={notice.code}>{noticeInWords(notice)}</li>
        ))}
      </ul>
    );
  }
  return (
    <div className="grid gap-0.5 text-sm">
      {health === "failing" && (
        <p className="max-w-prose">
          {failureInWords(failure ?? "")} <span className="text-ink-muted">{failureAdvice(failure ?? "")}</span>
        </p>
      )}
      <p className="text-ink-muted">
        {health !== "stale" && (
          <>
            {health === "failing" ? "Failing" : states[calendar.state]} since <Instant at={new Date(since)} />.{" "}
          </>
        )}
        {succeededAt !== null && (
          <>
            Last read <Instant at={new Date(succeededAt)} />.
          </>
        )}
      </p>
    </div>
  );
}

/** What a calendar does that does not fail. */
const states: Readonly<Record<UnhealthyCalendar["state"], string>> = {
  idle: "Not asked for",
  queued: "Waiting for its import",
  running: "Being imported",
  error: "Failing",
  unreachable: "Failing",
};
