import { parseArgs } from "node:util";
import { StartError } from "@/env";
import { requestSignInSchema } from "@/lib/people/sign-in/schemas";
import { withDatabase } from "./with-database";

const USAGE = 'Use: npm run root -- create EMAIL [--name "NAME"]';

const { email, name } = readArguments();

await withDatabase(async () => {
  const { writeTransaction } = await import("@/db/client");
  const { createRoot } = await import("@/lib/people/accounts/mutations");
  const { outcome, accountMade } = await writeTransaction({ actorId: null, requestId: null }, async (tx) =>
    createRoot(tx, { email, name, by: "npm run root" }),
  );
  if (outcome === "deactivated") {
    throw new StartError(`${email} has an account that is out of use; a root has to put it back into use first.`);
  }
  if (outcome === "already") {
    console.log(`${email} is root already; nothing was changed.`);
    return;
  }
  console.log(`${email} is root now${accountMade ? ", with a new account" : ""}. A mail says where to sign in.`);
});

function readArguments(): { email: string; name: string | null } {
  const { positionals, values } = parse();
  const [verb, address, ...rest] = positionals;
  if (verb !== "create" || address === undefined || rest.length > 0) throw new StartError(USAGE);
  const parsed = requestSignInSchema.safeParse({ email: address });
  if (!parsed.success) throw new StartError(`"${address}" is not an e-mail address such as name@portal.example.`);
  const name = values.name?.trim() ?? "";
  return { email: parsed.data.email, name: name === "" ? null : name };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { name: { type: "string" } } });
  } catch (error) {
    throw new StartError(USAGE, { cause: error });
  }
}
