import { Banner } from "@/components/patterns/banner";
import { CalendarDay } from "@/components/patterns/instant";
import type { PartnerRecord } from "@/lib/places/partners/queries";

/** That a partner is hidden, since when, by whom and why, as far as the reader may know. */
export function HidingNotice({
  hiding: { reason, hiddenOn, hiddenBy },
}: {
  hiding: NonNullable<PartnerRecord["hiding"]>;
}) {
  return (
    <Banner
      tone="warning"
      title={
        <>
          Hidden from the public pages since <CalendarDay day={hiddenOn} long />
          {hiddenBy !== null && ` by ${hiddenBy}`}
        </>
      }
    >
      {reason !== null && <p>“{reason}”</p>}
      <p className="text-ink-muted">Its admins still see it here.</p>
    </Banner>
  );
}
