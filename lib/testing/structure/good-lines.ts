import "server-only";
import type { Sample } from "./bad-lines";

const lines = (count: number) => "const a = 1;\n".repeat(count);
const server = 'import "server-only";\n';

/** For every rule of `inspect.ts`, files that come close to breaking it and are right: they break no rule at all. */
export const GOOD: Readonly<Record<string, readonly Sample[]>> = {
  "file-name": [
    { path: "lib/places/partners/schemas.ts", text: "" },
    { path: "lib/places/partners/mutations-races.db.test.ts", text: "" },
    { path: "lib/places/partners/emails/partner-archived.tsx", text: server },
    { path: "lib/places/neighbourhoods/import-look-up.ts", text: server },
    { path: "app/(portal)/places/partners/[partnerId]/page.tsx", text: server },
    { path: "app/api/auth/[...nextauth]/route.ts", text: server },
    { path: "app/.well-known/authzen-configuration/route.ts", text: server },
    { path: "app/globals.css", text: "" },
    { path: "app/icon.svg", text: "" },
    { path: "lib/permissions/README.md", text: "" },
    { path: "docs/adr/0001-first-choice.md", text: "" },
    { path: "db/migrations/meta/_journal.json", text: "" },
    { path: ".ci/run", text: "" },
    { path: "commands/api-key.ts", text: "" },
    { path: "commands/run.js", text: "" },
  ],
  syntax: [{ path: "lib/platform/clock.ts", text: `${server}const a = <T,>(value: T) => value satisfies T;` }],
  "import-direction": [
    {
      path: "app/page.tsx",
      text: `${server}import { Button } from "@/components/ui/button";\nimport { env } from "@/env";`,
    },
    { path: "app/page.tsx", text: `${server}import { demoAccounts } from "@/lib/testing/world";` },
    { path: "lib/platform/audit.ts", text: `${server}import { auditEvents } from "@/db/schema/platform";` },
    { path: "commands/start.ts", text: 'import { migrate } from "@/db/migrate";\nimport { env } from "../env";' },
    { path: "bench/run.ts", text: 'import { withDatabase } from "../commands/with-database";' },
    { path: "e2e/partners.spec.ts", text: 'import { demoAccounts } from "../lib/testing/world";' },
    { path: "db/schema/places.db.test.ts", text: 'import { testDatabase } from "@/lib/testing/database";' },
  ],
  wing: [
    { path: "lib/places/partners/queries.ts", text: `${server}import { nameOf } from "@/lib/people/users/queries";` },
    { path: "lib/people/users/queries.ts", text: `${server}import type { Actor } from "@/lib/permissions/actor";` },
    { path: "lib/world/load.ts", text: `${server}import { a } from "@/lib/places/partners/mutations";` },
    { path: "lib/permissions/engine.proof.test.ts", text: 'import { loadWorld } from "@/lib/world/load";' },
    { path: "components/places/partners/row.tsx", text: 'import type { Item } from "@/lib/places/partners/queries";' },
    { path: "components/places/partners/form.tsx", text: 'import { save } from "@/lib/places/partners/actions";' },
    { path: "components/patterns/people-with-access.tsx", text: 'import type { A } from "@/lib/permissions/explain";' },
    { path: "app/page.tsx", text: `${server}import { a } from "@/lib/housing/homes/queries";` },
  ],
  "browser-safe": [
    {
      path: "lib/places/partners/schemas.ts",
      text: 'import { z } from "zod/mini";\nimport { MAX } from "./constants";',
    },
  ],
  "package-home": [
    { path: "lib/places/partners/queries.ts", text: `${server}import { eq } from "drizzle-orm";` },
    { path: "lib/platform/audit.ts", text: `${server}import { sql } from "drizzle-orm";` },
    { path: "lib/platform/sign-in/adapter.ts", text: `${server}import type { Adapter } from "next-auth/adapters";` },
    { path: "lib/places/neighbourhoods/import-write.ts", text: `${server}import { sql } from "drizzle-orm";` },
    { path: "app/api/auth/[...nextauth]/route.ts", text: `${server}import NextAuth from "next-auth";` },
    { path: "db/client.ts", text: `${server}import postgres from "postgres";` },
    { path: "components/ui/combobox.tsx", text: 'import { ComboBox } from "react-aria-components";' },
  ],
  "use-server": [{ path: "lib/places/partners/actions.ts", text: '"use server";\nimport { a } from "./mutations";' }],
  "server-only": [
    { path: "lib/platform/clock.ts", text: `// Why.\n${server}` },
    { path: "lib/platform/constants.ts", text: "" },
    { path: "app/error.tsx", text: '"use client";\n' },
    { path: "db/schema/places.ts", text: "" },
    { path: "components/ui/button.tsx", text: "" },
    { path: "lib/platform/clock.test.ts", text: "" },
  ],
  "re-export": [
    {
      path: "app/api/auth/[...nextauth]/route.ts",
      text: `${server}/** Both doors of next-auth. */\nconst handler = 1;\nexport { handler as GET, handler as POST };`,
    },
  ],
  docstring: [
    { path: "lib/platform/ids.ts", text: `${server}/** An id that is new. */\nexport function newId() {}` },
    {
      path: "lib/platform/ids.ts",
      text: `${server}/**\n * An id that is new.\n * @throws never, in fact.\n */\nexport const newId = 1;`,
    },
    { path: "lib/platform/ids.test.ts", text: "const a = 1;" },
  ],
  environment: [
    { path: "env.ts", text: `${server}const port = process.env.PORT;` },
    { path: "lib/platform/log.test.ts", text: "const level = process.env.LOG_LEVEL;" },
    { path: "playwright.config.ts", text: "const port = process.env.PORT;" },
    {
      path: "commands/start.ts",
      text: 'process.env.PORT = "1";\ndelete process.env.DEMO;\nObject.assign(process.env, {});',
    },
    { path: "lib/platform/log.ts", text: `${server}const id = process.pid + settings.env;` },
  ],
  suppression: [
    { path: "lib/platform/ids.test.ts", text: "// @ts-expect-error an action without authorize is refused" },
    { path: "lib/platform/ids.ts", text: `${server}// Public addresses: see the note on biome-ignore comments.` },
  ],
  todo: [{ path: "lib/platform/ids.ts", text: `${server}// TODO (#12) keep the order within a millisecond.` }],
  "file-budget": [
    { path: "lib/platform/ids.ts", text: server + lines(299) },
    { path: "lib/platform/ids.ts", text: `${server}/**\n${" * Why.\n".repeat(20)} */\n${lines(299)}` },
    { path: "lib/permissions/policies/partner.ts", text: server + lines(400) },
  ],
  "page-budget": [
    { path: "app/(portal)/places/partners/page.tsx", text: server + lines(59) },
    { path: "app/(portal)/places/partners/layout.tsx", text: server + lines(61) },
  ],
  "function-budget": [
    { path: "lib/platform/ids.ts", text: `${server}function long() {\n${lines(48)}}` },
    { path: "lib/platform/ids.test.ts", text: `describe("ids", () => {\n${lines(60)}});` },
  ],
};
