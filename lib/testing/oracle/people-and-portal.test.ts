import { describe, expect, it } from "vitest";
import { answerTo, type ExampleLine } from "./example";

const noRight = "deny no_grant|outside_reach|tag_not_yours";
const cook = { user: "cook@people.example", role: "partner_admin" };
const cook2 = { user: " COOK2@people.example ", role: "partner_admin" };

const partnerAdmins: readonly ExampleLine[] = [
  ["a partner admin sees the own partner", "cook", "view", "partner/in-hulme", "allow"],
  ["also one that lost every place", "cook", "view", "partner/placeless", "allow"],
  ["and no other", "cook", "view", "partner/serves-hulme", "not_visible"],
  ["a grant holds on its last day", "cook2", "view", "partner/in-hulme", "allow"],
  ["a partner admin does not open places", "cook", "view", "neighbourhood/hulme", "not_visible"],
  ["a partner admin sees category tags", "cook", "view", "tag/c1", "allow"],
  ["a partner admin sees no partnership tag record", "cook", "view", "tag/age", "not_visible"],
  ["a partner admin adds any place", "cook", "update", "partner/in-hulme", "allow", { addNeighbourhoods: ["wales"] }],
  ["only places that exist", "cook", "update", "partner/in-hulme", "deny invalid", { addNeighbourhoods: ["atlantis"] }],
  ["a partner admin never puts partnership tags on", "cook", "update", "partner/in-hulme", "deny tag_not_yours", { addTags: ["age"] }],
  ["a partner admin takes any partnership tag off", "cook", "update", "partner/hulme-age-green", "allow", { removeTags: ["age", "green"] }],
  ["a partner admin deletes the own partner, always", "cook", "delete", "partner/hulme-age-green", "allow"],
  ["a partner admin creates none", "cook", "create", "partner/new", noRight, { address: { neighbourhood: "hulme" } }],
  ["a partner admin does not hide", "cook", "hide", "partner/in-hulme", noRight, { reason: "Why not" }],
  ["a partner admin links existing accounts", "cook", "assign_role", "partner/in-hulme", "allow", { user: "plain@people.example", role: "partner_admin" }],
  ["an unknown address needs an invitation", "cook", "assign_role", "partner/in-hulme", "deny needs_invitation", { user: "new@people.example", role: "partner_admin" }],
  ["which a partner admin may not send", "cook", "invite", "partner/in-hulme", noRight, { email: "new@people.example", role: "partner_admin" }],
  ["an NA may", "hulme", "invite", "partner/in-hulme", "allow", { email: "new@people.example", role: "partner_admin" }],
  ["removing a co-admin is plainly allowed", "cook", "remove_role", "partner/in-hulme", "allow", cook2],
  ["leaving a partner that goes out of sight asks", "cook", "remove_role", "partner/in-hulme", "confirm partner/in-hulme user/cook2 user/mixed", cook],
  ["an NA who removes the last link in scope from somebody is asked", "hulme", "remove_role", "partner/in-hulme", "confirm user/cook2", cook2],
  ["no question when the person stays visible through another partner", "hulme", "remove_role", "partner/in-hulme", "allow", cook],
  ["nor for root", "root", "remove_role", "partner/in-hulme", "allow", cook2],
  ["nobody loses what they do not hold", "root", "remove_role", "partner/spanning", "deny invalid", cook],
  ["only partner admins are made here", "root", "assign_role", "partner/spanning", "deny invalid", { user: "plain@people.example", role: "root" }],
];

const people: readonly ExampleLine[] = [
  ["everybody sees themselves", "plain", "view", "user/plain", "allow"],
  ["a plain account sees nobody else", "plain", "view", "user/cook", "not_visible"],
  ["co-admins see each other", "cook", "view", "user/cook2", "allow"],
  ["an address that nobody has is not visible to root either", "root", "view", "user/nobody@people.example", "not_visible"],
  ["whoever sees somebody may open the edit page", "hulme", "update", "user/cook", "allow"],
  ["but changes no name", "hulme", "update", "user/cook", "deny field_not_yours|no_grant|outside_reach", { fields: ["name"] }],
  ["the own profile is one's own", "plain", "update", "user/plain", "allow", { fields: ["name", "email", "phone"] }],
  ["an NA creates people as admins of partners in scope", "hulme", "create", "user/new", "allow", { email: "new@people.example", partners: ["in-hulme", "spanning"] }],
  ["none outside", "hulme", "create", "user/new", noRight, { email: "new@people.example", partners: ["in-hulme", "ordsall-age"] }],
  ["at least one", "hulme", "create", "user/new", noRight, { email: "new@people.example", partners: [] }],
  ["each partner through any one grant", "age2", "create", "user/new", "allow", { email: "new@people.example", partners: ["hulme-age", "ordsall-green"] }],
  ["a partner admin creates nobody", "cook", "create", "user/new", noRight, { email: "new@people.example", partners: ["in-hulme"] }],
  ["only root deletes people", "hulme", "delete", "user/cook", noRight],
  ["root deletes people", "root", "delete", "user/cook", "allow"],
  ["the last active root stays", "root", "deactivate", "user/root", "deny invalid"],
  ["sessions are seen by their owner", "cook", "view_sessions", "user/cook", "allow"],
  ["and not by others", "hulme", "end_sessions", "user/cook", noRight],
];

const portal: readonly ExampleLine[] = [
  ["a deactivated account may nothing", "gone", "view", "system/portal", "deny deactivated"],
  ["an unknown one is not signed in", "nobody", "view", "system/portal", "deny not_signed_in"],
  ["every account opens the portal", "plain", "view", "system/portal", "allow"],
  ["there is one portal", "root", "view", "system/other", "not_visible"],
  ["a plain account has no dashboard of a role", "plain", "view_dashboard", "system/portal", noRight],
  ["nor has an incomplete grant", "half", "view_dashboard", "system/portal", noRight],
  ["an NA opens that of neighbourhoods", "hulme", "view_dashboard", "system/portal", "allow", { dashboard: "neighbourhood" }],
  ["and not that of partnerships", "hulme", "view_dashboard", "system/portal", noRight, { dashboard: "partnership" }],
  ["root opens every dashboard", "root", "view_dashboard", "system/portal", "allow", { dashboard: "housing" }],
  ["root opens none that does not exist", "root", "view_dashboard", "system/portal", "deny invalid", { dashboard: "cellar" }],
  ["only root sees the audit log", "manchester", "view_audit", "system/portal", noRight],
  ["only root makes roots", "manchester", "assign_role", "system/portal", noRight, { user: "plain@people.example", role: "root" }],
  ["root makes roots", "root", "assign_role", "system/portal", "allow", { user: "plain@people.example", role: "root" }],
  ["the last root cannot leave, a deactivated one does not count", "root", "remove_role", "system/portal", "deny invalid", { user: "root@people.example", role: "root" }],
  ["only root assigns neighbourhoods", "manchester", "assign_role", "neighbourhood/hulme", noRight, { user: "plain@people.example", role: "neighbourhood_admin" }],
  ["a partnership grant needs partnership tags", "root", "assign_role", "neighbourhood/hulme", "deny invalid", { user: "plain@people.example", role: "partnership_admin", partnerships: ["c1"] }],
  ["with them it may be given", "root", "assign_role", "neighbourhood/hulme", "allow", { user: "plain@people.example", role: "partnership_admin", partnerships: ["age"] }],
  ["an unknown address needs an invitation", "root", "assign_role", "neighbourhood/hulme", "deny needs_invitation", { user: "new@people.example", role: "neighbourhood_admin" }],
  ["a place that is in use stays", "root", "delete", "neighbourhood/ordsall", "deny invalid"],
  ["an unused one goes", "root", "delete", "neighbourhood/wales", "allow"],
  ["a live partner has nothing to restore", "root", "restore", "partner/in-hulme", "deny invalid"],
  ["a place that does not exist is not visible to root", "root", "view", "neighbourhood/atlantis", "not_visible"],
  ["what the catalogue does not name is denied", "root", "paint", "partner/in-hulme", "deny no_grant|outside_reach|invalid"],
  ["a category is a kind of tag", "root", "create", "tag/new", "allow", { kind: "category" }],
  ["a colour is not", "root", "create", "tag/new", "deny invalid", { kind: "colour" }],
];

describe.each([
  ["partner admins", partnerAdmins],
  ["people", people],
  ["the portal and its places", portal],
])("the oracle on %s", (_what, lines) => {
  it.each(lines.map((line) => ({ sentence: line[0], line })))("$sentence", ({ line }) => {
    expect(answerTo(line)).toBe(line[4]);
  });
});
