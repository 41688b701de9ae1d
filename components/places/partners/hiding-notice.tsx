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
    <div className="grid gap-1 rounded-lg bg-warning-soft px-4 py-3 text-warning sm:px-5">
      <p className="font-medium">
        Hidden from the public pages since <time dateTime={hiddenOn}>{day}</time>
        {hiddenBy !== null && ` by ${hiddenBy}`}. Its admins still see it here.
      </p>
      {reason !== null && <p>Reason: {reason}</p>}
    </div>
  );
}
