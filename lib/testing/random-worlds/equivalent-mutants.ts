import "server-only";

const oneAtATime = "A change is judged place by place and tag by tag, so there is exactly one and any is every.";
const placeless = "Only root and its own admins see a partner without a place, and both may do this anyway.";
const noPlace = "A proposed partner without a place is refused as invalid, whoever asks.";

/** Edits of the policy that change no decision, each with the reason why nothing could tell them from the policy. */
export const equivalentMutants: Readonly<Record<string, string>> = {
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
  "partner.root: not for restore":
    "There are no deleted partners yet, so that root is refused too; the rule stands for when there are.",
  "system.root: not for view": "Every active account sees the portal, by a rule of its own.",
  "tag.neighbourhood-admin: drop and[0] present grant.area":
    "A neighbourhood grant names at least one place, so it is never without an area.",
};
