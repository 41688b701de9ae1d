import { CalendarDay, Day } from "@/components/patterns/instant";
import type { KnownGrant } from "@/lib/people/grants/queries";

/** Who gave a role and when, as far as the reader may know, and its last day: "Given by root on 3 Mar 2026, until …". */
export function GivingLine({ grant: { givenBy, grantedAt, endsOn } }: { grant: KnownGrant }) {
  const day = <Day at={new Date(grantedAt)} />;
  return (
    <>
      {givenBy.kind === "unknown" ? (
        <>Held since {day}</>
      ) : (
        <>
          Given by {giverInWords(givenBy)} on {day}
        </>
      )}
      {endsOn === null ? (
        ", without an end"
      ) : (
        <>
          , until <CalendarDay day={endsOn} />
        </>
      )}
    </>
  );
}

/** Who gave a role, as far as the reader may know; not for one of which nobody is on record. */
export function giverInWords(giver: KnownGrant["givenBy"]): string {
  if (giver.kind === "person") return giver.name;
  return giver.kind === "root" ? "root" : "an admin outside your remit";
}
