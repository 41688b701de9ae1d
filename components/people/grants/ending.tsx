import { OneForm } from "@/components/patterns/one-form";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import type { Opened } from "@/lib/people/remit/queries";
import { userPath } from "@/lib/people/users/constants";
import type { PersonRecord, UserGrant } from "@/lib/people/users/queries";
import { roleInWords } from "../remit/grant-sentence";
import { EndGrantForm, RemovePlaceForm } from "./end-form";
import { lostInWords } from "./opened-words";

type Props = {
  user: PersonRecord;
  grant: UserGrant;
  /** The one neighbourhood that is to be taken out; null to end the whole role. */
  place: UserGrant["places"][number] | null;
  /** What the person would not see any more; null where the reader may not know. */
  loss: Opened | null;
};

/** Asks before a role ends or loses a neighbourhood: what it is, and what its holder would lose with it. */
export function Ending({ user, grant, place, loss }: Props) {
  const who = user.itself ? null : user.name;
  const props = { grantId: grant.grantId, cancelHref: userPath(user) };
  const consequence = <Consequence user={user} grant={grant} place={place} loss={loss} />;
  const whose = who === null ? "your" : `${who}’s`;
  const title =
    place === null ? `End ${whose} role as ${ROLE_NAMES[grant.role].one}?` : `Take ${place.name} out of ${whose} role?`;
  return (
    <OneForm title={title}>
      {place === null ? (
        <EndGrantForm {...props}>{consequence}</EndGrantForm>
      ) : (
        <RemovePlaceForm {...props} neighbourhood={place.code}>
          {consequence}
        </RemovePlaceForm>
      )}
    </OneForm>
  );
}

function Consequence({ user, grant, place, loss }: Props) {
  const who = user.itself ? null : user.name;
  const rest = { ...grant, places: grant.places.filter(({ code }) => code !== place?.code) };
  return (
    <div className="grid max-w-prose gap-2 wrap-anywhere">
      <p>
        Now: {roleInWords(grant, { who }).text}
        {place !== null && <> Afterwards: {roleInWords(rest, { who }).text}</>}
      </p>
      <ul className="grid list-disc gap-1 ps-5">
        {loss !== null && grant.role !== "support" && <li>{lostInWords(who, loss)}</li>}
        <li>It takes effect at once, also where {who === null ? "you are" : "they are"} signed in now.</li>
        <li>The account stays, and the history keeps the role and who ended it.</li>
      </ul>
    </div>
  );
}
