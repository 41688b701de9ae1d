import { Banner } from "@/components/patterns/banner";
import type { PartnerRecord } from "@/lib/places/partners/queries";

/** That a partner is hidden, since when, by whom and why, as far as the reader may know. */
export function HidingNotice({
  hiding: { reason, hiddenOn, hiddenBy },
}: {
  hiding: NonNullable<PartnerRecord["hiding"]>;
}) {
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${hiddenOn}T00:00:00Z`),
  );
  return (
    <Banner
      tone="warning"
      title={
        <>
          Hidden from the public pages since <time dateTime={hiddenOn}>{day}</time>
          {hiddenBy !== null && ` by ${hiddenBy}`}
        </>
      }
    >
      {reason !== null && <p>“{reason}”</p>}
      <p className="text-ink-muted">Its admins still see it here.</p>
    </Banner>
  );
}
