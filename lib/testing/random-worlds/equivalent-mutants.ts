import "server-only";

const oneAtATime = "A change is judged place by place and tag by tag, so there is exactly one and any is every.";
const placeless = "Only root and its own admins see a partner without a place, and both may do this anyway.";
const toOne =
  "A calendar has one organiser and at most one place, an event one calendar: some of them meets the rule when every one does.";
const noPlace = "A proposed partner without a place is refused as invalid, whoever asks.";

/** Edits of the policy that change no decision, each with the reason why nothing could tell them from the policy. */
export const equivalentMutants: Readonly<Record<string, string>> = {
  "calendar.neighbourhood-admin.place: swap via calendar.place": toOne,
  "calendar.neighbourhood-admin: swap via calendar.organiser": toOne,
  "calendar.partner-admin.place: swap via calendar.place": toOne,
  "calendar.partner-admin: swap via calendar.organiser": toOne,
  "calendar.partnership-admin.place: swap via calendar.place": toOne,
  "calendar.partnership-admin: swap via calendar.organiser": toOne,
  "event.neighbourhood-admin: swap via event.calendar": toOne,
  "event.neighbourhood-admin: via event.calendar swap via calendar.organiser": toOne,
  "event.partner-admin: swap via event.calendar": toOne,
  "event.partner-admin: via event.calendar swap via calendar.organiser": toOne,
  "event.partnership-admin: swap via event.calendar": toOne,
  "event.partnership-admin: via event.calendar swap via calendar.organiser": toOne,
  "partner.neighbourhood-admin.create: and[0] turn ifEmpty of everyWithin partner.places": noPlace,
  "partner.neighbourhood-admin.delete: turn ifEmpty of everyWithin partner.places": placeless,
  "partner.neighbourhood-admin.places: and[1] any for every in everyWithin change.places": oneAtATime,
  "partner.neighbourhood-admin.places: and[1] turn ifEmpty of everyWithin change.places": oneAtATime,
  "partner.partnership-admin.add-place: and[1] any for every in everyWithin change.places": oneAtATime,
  "partner.partnership-admin.add-place: and[1] turn ifEmpty of everyWithin change.places": oneAtATime,
  "partner.partnership-admin.add-tag: and[0] every for any in shares change.tags": oneAtATime,
  "partner.partnership-admin.add-tag: drop and[2] allowed view":
    "Whoever does not see the partner is told that it is not visible before any rule about changes is asked.",
  "partner.partnership-admin.create-and-delete: and[0] turn ifEmpty of everyWithin partner.places": `${noPlace} ${placeless}`,
  "partner.partnership-admin.remove-tag: and[0] drop and[1] shares partner.partnerships":
    "The tag that is taken off is on the partner and, by the other half of the rule, the grant's own: it is shared.",
  "partner.partnership-admin.remove-tag: and[1] every for any in shares change.tags": oneAtATime,
  "system.root: not for view": "Every active account sees the portal, by a rule of its own.",
  "tag.neighbourhood-admin: drop and[0] present grant.area":
    "A neighbourhood grant names at least one place, so it is never without an area.",
};
