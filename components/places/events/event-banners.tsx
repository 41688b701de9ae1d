import { Banner } from "@/components/patterns/banner";
import { CalendarDay } from "@/components/patterns/instant";
import type { EventRecord } from "@/lib/places/events/queries";

/** What keeps an event off the public pages: that a moderator has hidden it, why, since when and by whom, as far as the reader may know, and that its source does not have it any more. */
export function EventBanners({ event: { hiding, withdrawnOn } }: { event: EventRecord }) {
  return (
    <>
      {withdrawnOn !== null && (
        <Banner
          tone="info"
          title={
            <>
              Withdrawn since <CalendarDay day={withdrawnOn} long />
            </>
          }
        >
          <p>
            Its calendar does not have it any more, so that nobody else sees it. It is back as soon as it stands there
            again.
          </p>
        </Banner>
      )}
      {hiding !== null && (
        <Banner
          tone="warning"
          title={
            <>
              Hidden from the public pages since <CalendarDay day={hiding.hiddenOn} long />
              {hiding.hiddenBy !== null && ` by ${hiding.hiddenBy}`}
            </>
          }
        >
          <p>“{hiding.reason}”</p>
          <p className="text-ink-muted">Those who look after its organiser still see it here.</p>
        </Banner>
      )}
    </>
  );
}
