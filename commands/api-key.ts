import { parseArgs } from "node:util";
import { StartError } from "@/env";
import { type ApiKeyScope, apiKeyScopes } from "@/lib/platform/api-keys";
import { withDatabase } from "./with-database";

const USAGE = `Use: npm run api-key -- create NAME [--scope ${apiKeyScopes.join("|")}], or list, or revoke NAME`;

/** Names are quoted in the audit trail and in lists, so they stay short and in one line. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u;

const command = readArguments();

await withDatabase(async () => {
  if (command.verb === "list") return list();
  return command.verb === "create" ? create(command.name, command.scope) : revoke(command.name);
});

async function create(name: string, scope: ApiKeyScope): Promise<void> {
  const { createApiKey } = await import("@/lib/platform/api-keys");
  const key = await audited("api_key.create", name, { scope }, (tx) => createApiKey(tx, name, scope));
  if (key === null) throw new StartError(`There is or was a key named "${name}"; choose another name.`);
  console.error(`This is the key "${name}" (${scope}). It is shown this once and kept nowhere:`);
  console.log(key);
}

async function revoke(name: string): Promise<void> {
  const { revokeApiKey } = await import("@/lib/platform/api-keys");
  const revoked = await audited("api_key.revoke", name, null, async (tx) => (await revokeApiKey(tx, name)) || null);
  if (revoked === null) throw new StartError(`There is no key named "${name}" in force.`);
  console.log(`The key "${name}" opens nothing any more.`);
}

async function list(): Promise<void> {
  const { readTransaction } = await import("@/db/client");
  const { listApiKeys } = await import("@/lib/platform/api-keys");
  const keys = await readTransaction(listApiKeys);
  if (keys.length === 0) console.log("There are no keys.");
  for (const { name, scope, createdAt, revokedAt } of keys) {
    const state = revokedAt === null ? "in force" : `revoked ${revokedAt.toISOString()}`;
    console.log([name, scope, `made ${createdAt.toISOString()}`, state].join("\t"));
  }
}

/** Does the work and, unless it gives null, notes it, in one transaction. */
async function audited<Result>(
  action: string,
  name: string,
  after: unknown,
  work: (tx: import("@/db/client").Transaction) => Promise<Result | null>,
): Promise<Result | null> {
  const { writeTransaction } = await import("@/db/client");
  const { recordAudit } = await import("@/lib/platform/audit");
  return writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    const result = await work(tx);
    if (result !== null) {
      const actor = { actorId: null, actorLabel: "npm run api-key" };
      await recordAudit(tx, { ...actor, action, resourceType: "api_key", resourceId: name, after });
    }
    return result;
  });
}

type Command =
  | { verb: "create"; name: string; scope: ApiKeyScope }
  | { verb: "revoke"; name: string }
  | { verb: "list" };

function readArguments(): Command {
  const { positionals, values } = parse();
  const [verb, name, ...rest] = positionals;
  if (verb === "list" && name === undefined) return { verb };
  if ((verb !== "create" && verb !== "revoke") || name === undefined || rest.length > 0) throw new StartError(USAGE);
  if (!NAME.test(name)) {
    throw new StartError("A key's name has up to 80 letters, digits, spaces, dots, hyphens and underscores.");
  }
  const scope = apiKeyScopes.find((known) => known === (values.scope ?? "authz:inspect"));
  if (scope === undefined) throw new StartError(`A key's scope can only be ${apiKeyScopes.join(" or ")}.`);
  return verb === "create" ? { verb, name, scope } : { verb, name };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { scope: { type: "string" } } });
  } catch (error) {
    throw new StartError(USAGE, { cause: error });
  }
}
