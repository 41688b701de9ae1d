import "server-only";
import type { WorldFile } from "@/lib/world/schema";
import { editingWorld } from "./editing-world";

/**
 * The world of edits with sites: `around` shows what lies in Hulme and Moss Side, `aged` what belongs to one partnership
 * in Manchester, `bare` nothing at all. `si` looks after the first, `si2` after the other two.
 */
export const siteWorld: WorldFile = {
  ...editingWorld,
  users: [
    ...(editingWorld.users ?? []),
    { email: "si@people.example", name: "Person si" },
    { email: "si2@people.example", name: "Person si2" },
    { email: "off@people.example", name: "Person off", deactivated: true },
  ],
  sites: [
    {
      id: "around",
      slug: "around-hulme",
      name: "Around Hulme",
      domain: "hulme.example",
      placeName: "Hulme",
      tagline: "What is on",
      description: "By those who live here.",
      heroText: "Come in.",
      neighbourhoods: ["hulme", "moss-side"],
      published: true,
    },
    { id: "aged", slug: "aged", name: "Aged", neighbourhoods: ["manchester"], partnerships: ["age"] },
    { id: "bare", slug: "bare", name: "Bare" },
  ],
  roles: [
    ...(editingWorld.roles ?? []),
    { user: "si@people.example", role: "site_admin", site: "around" },
    { user: "si2@people.example", role: "site_admin", site: "aged" },
    { user: "si2@people.example", role: "site_admin", site: "bare" },
  ],
};
