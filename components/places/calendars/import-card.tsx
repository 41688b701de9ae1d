import { Banner } from "@/components/patterns/banner";
import { type Fact, Facts } from "@/components/patterns/facts";
import { Instant } from "@/components/patterns/instant";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { failureInWords } from "@/lib/places/calendar-imports/constants";
import { noticeInWords } from "@/lib/places/calendar-imports/schemas";
import { calendarPath } from "@/lib/places/calendars/constants";
import type { CalendarRecord } from "@/lib/places/calendars/queries";
import { failureAdvice } from "../calendar-health/failure-advice";

/** How the importing of a calendar stands, in plain words: what is wrong and what to do about it comes first. */
export function ImportCard({ calendar, mayEdit }: { calendar: CalendarRecord; mayEdit: boolean }) {
  const { notices } = calendar;
  return (
    <Card id="import" title="Import">
      <div className="grid gap-4">
        <Trouble calendar={calendar} mayEdit={mayEdit} />
        <p className="max-w-prose">{stateInWords(calendar)}</p>
        <Facts facts={factsOf(calendar)} />
        {notices.length > 0 && (
          <section aria-labelledby="notices">
            <h3 id="notices" className="mb-1.5 font-medium">
              What the last import noticed
            </h3>
            <ul className="grid max-w-prose list-disc gap-1 ps-5">
              {notices.map((notice) => (
                <li key={notice.code} className="wrap-anywhere">
                  {noticeInWords(notice)}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
}

/** What keeps events from coming in; nothing while nothing does. */
function Trouble({ calendar, mayEdit }: { calendar: CalendarRecord; mayEdit: boolean }) {
  const { url, state, failure, failingSince, stale } = calendar;
  const edit = mayEdit && <ButtonLink href={`${calendarPath(calendar)}/edit`}>Edit the calendar</ButtonLink>;
  if (url === null) {
    return (
      <Banner tone="info" title="This calendar has no source" actions={edit || undefined}>
        <p>Give it the address of a calendar on the internet, and its events come in by themselves.</p>
      </Banner>
    );
  }
  if (failure !== null && (failingSince !== null || state === "error" || state === "unreachable")) {
    return (
      <Banner tone="danger" title={failureInWords(failure)} actions={edit || undefined}>
        <p>
          {failingSince !== null && (
            <>
              It has failed since <Instant at={new Date(failingSince)} />.{" "}
            </>
          )}
          The events that came before stay.
        </p>
        <p>{failureAdvice(failure)}</p>
      </Banner>
    );
  }
  if (!stale) return null;
  return (
    <Banner tone="warning" title="Nothing was read from its source for more than a week">
      <p>Import it now; if it stays like this, tell root, because imports should run every hour.</p>
    </Banner>
  );
}

function stateInWords({ url, state, succeededAt, checkedAt }: CalendarRecord): string {
  if (url === null) return "Nothing is imported.";
  if (state === "queued") return "It is queued, and will be imported in a moment.";
  if (state === "running") return "It is being imported at this moment.";
  if (state !== "idle") return "The last import failed.";
  if (succeededAt === null) return checkedAt === null ? "It has not been imported yet." : "Nothing could be read yet.";
  return "Events are imported every hour. Whatever the source does not have any more is withdrawn.";
}

function factsOf({ url, checkedAt, succeededAt, changedAt, nextAt, state }: CalendarRecord): Fact[] {
  if (url === null) return [];
  const waits = state !== "queued" && state !== "running";
  return [
    { name: "Last looked at", value: whenOf(checkedAt) },
    { name: "Last read", value: whenOf(succeededAt) },
    { name: "Last news", value: changedAt && whenOf(changedAt) },
    { name: "Next time", value: waits && nextAt !== null ? whenOf(nextAt) : null },
  ];
}

function whenOf(instant: string | null) {
  return instant === null ? "Never" : <Instant at={new Date(instant)} />;
}
