import { Banner } from "@/components/patterns/banner";
import type { CalendarPreview } from "@/lib/places/calendar-form/schemas";
import { EventTime } from "../events/event-time";

/** What a save of the form would import: the first events and where they would take place, or why the source cannot be read. */
export function PreviewAnswer({ preview: { url, found } }: { preview: CalendarPreview }) {
  if (!found.ok) {
    return (
      <Banner tone="danger" role="alert" title={found.failure}>
        <p className="wrap-anywhere">This is what came of {url}. Nothing was saved; you may save it all the same.</p>
      </Banner>
    );
  }
  const { name, total, events, notices } = found;
  return (
    <section aria-labelledby="preview" className="rounded-lg border border-line bg-surface shadow-card">
      <div className="border-b border-line px-4 py-2.5 sm:px-5">
        <h2 id="preview" className="text-base font-semibold wrap-anywhere">
          Preview{name === null ? "" : ` of ${name}`}
        </h2>
        <p role="status" className="text-sm text-ink-muted">
          {countInWords(total, events.length)} Nothing is saved yet.
        </p>
      </div>
      <ol className="divide-y divide-line">
        {events.map((event) => (
          <li
            key={`${event.startsAt} ${event.title} ${event.where}`}
            className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[1fr_1fr] sm:px-5"
          >
            <span className="font-medium wrap-anywhere sm:col-span-2">{event.title}</span>
            <span className="text-sm text-ink-muted">
              <EventTime event={event} />
            </span>
            <span className="text-sm wrap-anywhere">{event.where}</span>
          </li>
        ))}
      </ol>
      {notices.length > 0 && (
        <div className="border-t border-line px-4 py-3 sm:px-5">
          <h3 className="mb-1 font-medium">Worth knowing</h3>
          <ul className="grid max-w-prose list-disc gap-1 ps-5">
            {notices.map((notice) => (
              <li key={notice} className="wrap-anywhere">
                {notice}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function countInWords(total: number, shown: number): string {
  if (total === 0) return "The source can be read, and holds no events that are still to come.";
  if (total === 1) return "1 event would come in.";
  const first = shown < total ? `, of which these are the first ${shown.toLocaleString("en-GB")}` : "";
  return `${total.toLocaleString("en-GB")} events would come in${first}.`;
}
