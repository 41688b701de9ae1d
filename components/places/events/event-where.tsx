import { TextLink } from "@/components/ui/text-link";
import { UNSEEN_PLACE_NAME } from "@/lib/places/calendars/constants";
import type { EventPlace, Organiser } from "@/lib/places/events/queries";
import { partnerPath } from "@/lib/places/partners/constants";

/** Where an event takes place: at a partner, at what the source says, online, or nowhere in particular. */
export function EventWhere({ place, unseen, location, room, online }: EventPlace) {
  const said = place === null ? (location ?? (unseen ? UNSEEN_PLACE_NAME : null)) : null;
  const at = place === null ? said : <PartnerName partner={place} />;
  if (at === null && room === null) {
    return online ? "Online" : <span className="text-ink-muted">Not said</span>;
  }
  return (
    <span className="wrap-anywhere">
      {at}
      {room !== null && `${at === null ? "" : ", "}${room}`}
      {online && <span className="text-ink-muted"> and online</span>}
    </span>
  );
}

/** A partner by name; a link for those who may open its page. */
export function PartnerName({ partner }: { partner: Organiser }) {
  return partner.inSight ? <TextLink href={partnerPath(partner)}>{partner.name}</TextLink> : partner.name;
}
