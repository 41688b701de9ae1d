import "server-only";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StartError } from "@/env";

/** The system's user as whom the embedded server runs, when the starter is root. */
export type ServerUser = Readonly<{ name: string; uid: number; gid: number }>;

/** Users without rights that systems bring along, in the order of preference. */
const UNPRIVILEGED_NAMES = ["nobody", "daemon", "www-data"];

/**
 * Null unless this process is root; PostgreSQL refuses to run as root. Then the user to whom the databases in `dataDir`
 * belong, or for new ones an existing unprivileged user: nothing is ever added to somebody's system.
 * @throws StartError when the system has no such user.
 */
export function serverUser(dataDir: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = statSync(join(dataDir, "database"), { throwIfNoEntry: false });
  if (found !== undefined && found.uid !== 0) return { name: `user ${found.uid}`, uid: found.uid, gid: found.gid };
  for (const name of UNPRIVILEGED_NAMES) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== null && gid !== null && uid !== 0) return { name, uid, gid };
  }
  throw new StartError(
    `PostgreSQL does not run as root and this system has no user named ${UNPRIVILEGED_NAMES.join(", ")}; start Remit as an ordinary user.`,
  );
}

/** True when `user` may enter every folder on the way to `path` and read what is there. A missing file is out of reach. */
export function canReach(user: ServerUser, path: string): boolean {
  return mayDo(user, resolve(path), 4) && canEnter(user, dirname(resolve(path)));
}

/** True when `user` may enter `folder` and every folder above it. */
export function canEnter(user: ServerUser, folder: string): boolean {
  for (let place = resolve(folder); ; place = dirname(place)) {
    if (!mayDo(user, place, 1)) return false;
    if (place === dirname(place)) return true;
  }
}

/** Where root keeps what the unprivileged user must reach but cannot at `path`: the same place every time for the same path. */
export function hiddenPlaceFor(path: string): string {
  return join("/var/lib/remit", createHash("sha256").update(resolve(path)).digest("hex").slice(0, 16));
}

function idOf(option: "-u" | "-g", name: string): number | null {
  try {
    return Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim());
  } catch {
    return null; // `id` ends with 1 for a name it does not know.
  }
}

/** @param bit 4 to read, 1 to enter or run; compared with the permission bits that hold for `user`. */
function mayDo(user: ServerUser, path: string, bit: 1 | 4): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (found.uid === user.uid) return (found.mode & (bit << 6)) !== 0;
  if (found.gid === user.gid) return (found.mode & (bit << 3)) !== 0;
  return (found.mode & bit) !== 0;
}
