import "server-only";
import { allowed, always, and, everyShared, everyWithin, grant, isIn, shares, within } from "../engine/conditions";
import { type Policy, rulesFor } from "../engine/policy";
import { change, type PartnerChangeFacts, type PartnerFacts, partner } from "../facts/attributes";

/**
 * Whether a partnership admin may take a partner out of places beyond the grant's area. The source says so literally
 * (it limits adding only). Source: places.md section 4.
 */
const PA_MAY_REMOVE_OUTSIDE = true;

/**
 * The atomic parts that an edit of a partner is judged by, beside `update` itself (may this record be edited at all).
 * Each part must be allowed by some grant; one forbidden part refuses the whole edit. Source: places.md section 4.
 */
export const partnerParts = {
  field: "update.field",
  slug: "update.slug",
  addPlace: "update.place.add",
  removePlace: "update.place.remove",
  tag: "update.tag",
  addPartnership: "update.partnership.add",
  removePartnership: "update.partnership.remove",
} as const;

const seeing = ["view", "view_history", "view_access", "export"];
const editing = ["update", partnerParts.field, partnerParts.tag];
const admins = ["assign_role", "remove_role"];
const moderating = ["hide", "unhide", "invite"];
const everything = [
  ...seeing,
  ...editing,
  ...admins,
  ...moderating,
  partnerParts.slug,
  partnerParts.addPlace,
  partnerParts.removePlace,
  partnerParts.addPartnership,
  partnerParts.removePartnership,
  "create",
  "delete",
  "restore",
];

/** Which partners each kind of grant covers: the one definition of "in scope", shared by everything that hangs on a partner. Source: places.md section 2. */
export const covered = {
  byNeighbourhoodAdmin: within(partner.places, grant.area),
  byPartnershipAdmin: and(within(partner.places, grant.area), shares(partner.partnerships, grant.partnerships)),
  byPartnerAdmin: isIn(partner.id, grant.partner),
};

const insideArea = everyWithin(partner.places, grant.area, { ifEmpty: "deny" });
const onlyOwnPartnerships = everyShared(partner.partnerships, grant.partnerships, { ifEmpty: "deny" });
const changeInsideArea = everyWithin(change.places, grant.area, { ifEmpty: "deny" });
const changeOfOwnTag = shares(change.tags, grant.partnerships);

const { allow } = rulesFor<PartnerFacts>("partner");
const { allow: allowPart } = rulesFor<PartnerChangeFacts>("partner");

const lookAfterArea = "You look after {area}.";
const lookAfterPartnership = "You look after {area} for {partnerships}.";

/** Who may do what to partners. Source: places.md sections 2 to 4, and the acceptance criteria it restates. */
export const partnerPolicy: Policy = {
  type: "partner",
  rules: [
    allow("root", { actions: everything, to: "root", when: always, because: "You look after the whole portal." }),

    allow("neighbourhood-admin", {
      actions: [...seeing, ...editing, ...admins, ...moderating],
      to: "neighbourhood_admin",
      when: covered.byNeighbourhoodAdmin,
      because: lookAfterArea,
    }),
    allowPart("neighbourhood-admin.places", {
      actions: [partnerParts.addPlace, partnerParts.removePlace],
      to: "neighbourhood_admin",
      when: and(covered.byNeighbourhoodAdmin, changeInsideArea),
      because: "You look after {area}, and the place lies inside.",
    }),
    allow("neighbourhood-admin.create", {
      actions: ["create"],
      to: "neighbourhood_admin",
      when: and(insideArea, everyShared(partner.partnerships, [], { ifEmpty: "allow" })),
      because: "You look after {area}, and every place lies inside.",
    }),
    allow("neighbourhood-admin.delete", {
      actions: ["delete"],
      to: "neighbourhood_admin",
      when: insideArea,
      because: "You look after {area}, and every place of this partner lies inside.",
    }),

    allow("partnership-admin", {
      actions: [...seeing, ...editing, ...admins, ...moderating],
      to: "partnership_admin",
      when: covered.byPartnershipAdmin,
      because: lookAfterPartnership,
    }),
    allowPart("partnership-admin.add-place", {
      actions: [partnerParts.addPlace],
      to: "partnership_admin",
      when: and(covered.byPartnershipAdmin, changeInsideArea),
      because: "You look after {area} for {partnerships}, and the place lies inside.",
    }),
    allowPart("partnership-admin.remove-place", {
      actions: [partnerParts.removePlace],
      to: "partnership_admin",
      when: PA_MAY_REMOVE_OUTSIDE ? covered.byPartnershipAdmin : and(covered.byPartnershipAdmin, changeInsideArea),
      because: lookAfterPartnership,
    }),
    allowPart("partnership-admin.add-tag", {
      actions: [partnerParts.addPartnership],
      to: "partnership_admin",
      when: and(changeOfOwnTag, within(partner.places, grant.area), allowed("partner", "view")),
      because: "{partnerships} is yours in {area}, and you can already edit this partner.",
    }),
    allowPart("partnership-admin.remove-tag", {
      actions: [partnerParts.removePartnership],
      to: "partnership_admin",
      when: and(covered.byPartnershipAdmin, changeOfOwnTag),
      because: lookAfterPartnership,
    }),
    allow("partnership-admin.create-and-delete", {
      actions: ["create", "delete"],
      to: "partnership_admin",
      when: and(insideArea, onlyOwnPartnerships),
      because: "You look after {area} for {partnerships}, and every place and partnership lies inside.",
    }),

    allow("partner-admin", {
      actions: [
        ...seeing,
        ...editing,
        ...admins,
        partnerParts.addPlace,
        partnerParts.removePlace,
        partnerParts.removePartnership,
        "delete",
      ],
      to: "partner_admin",
      when: covered.byPartnerAdmin,
      because: "You administer {partner}.",
    }),
  ],
};
