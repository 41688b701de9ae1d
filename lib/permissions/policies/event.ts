import "server-only";
import { always, grant, isIn, via } from "../engine/conditions";
import { type Policy, rulesFor } from "../engine/policy";
import { type EventFacts, event, calendar as of, site } from "../facts/attributes";
import { covered } from "./partner";

const seeing = ["view", "view_history", "view_access", "export"];
const moderating = ["hide", "unhide"];

const { allow } = rulesFor<EventFacts>("event");

/** Who may do what to events: they are reached through the organiser of their calendar; site admins see what the public would. Source: places.md section 3. */
export const eventPolicy: Policy = {
  type: "event",
  rules: [
    allow("root", {
      actions: [...seeing, ...moderating],
      to: "root",
      when: always,
      because: "You look after the whole portal.",
    }),
    allow("neighbourhood-admin", {
      actions: [...seeing, ...moderating],
      to: "neighbourhood_admin",
      when: via(event.calendar, via(of.organiser, covered.byNeighbourhoodAdmin)),
      because: "Its organiser is a partner in {area}, which you look after.",
    }),
    allow("partnership-admin", {
      actions: [...seeing, ...moderating],
      to: "partnership_admin",
      when: via(event.calendar, via(of.organiser, covered.byPartnershipAdmin)),
      because: "Its organiser is a partner of {partnerships} in {area}, which you look after.",
    }),
    allow("partner-admin", {
      actions: seeing,
      to: "partner_admin",
      when: via(event.calendar, via(of.organiser, covered.byPartnerAdmin)),
      because: "You administer {partner}, which organises it.",
    }),
    allow("site-admin", {
      actions: ["view", "export"],
      to: "site_admin",
      when: via(event.shownOn, isIn(site.id, grant.site)),
      because: "The site {site}, which you look after, shows it.",
    }),
  ],
};
