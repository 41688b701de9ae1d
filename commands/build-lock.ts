import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { commandLine } from "@/db/embedded-cluster";
import { StartError } from "@/env";

/**
 * Does `work` while no other command of this checkout does it under the same `lock`, a file whose folder is made if need
 * be. Whoever finds it held waits, having called `onWait` once.
 * @throws StartError when the lock's folder cannot be written to.
 */
export async function withBuildLock(lock: string, onWait: () => void, work: () => Promise<void>): Promise<void> {
  let told = false;
  while (!(await takeBuildLock(lock))) {
    if (!told) onWait();
    told = true;
    await delay(500);
  }
  try {
    await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/**
 * Whether this process holds `lock` from now on; false while another command that is alive holds it.
 * @throws StartError when the lock's folder cannot be written to.
 */
export async function takeBuildLock(lock: string): Promise<boolean> {
  const own = `${lock}.${process.pid}`;
  try {
    await mkdir(dirname(lock), { recursive: true });
    // Linked into its place complete: a lock without a number in it would look like one left behind.
    await writeFile(own, String(process.pid));
    await link(own, lock);
    return true;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : null;
    if (code !== "EEXIST")
      throw new StartError(`The folder ${dirname(lock)} cannot be written to, so there is no place for the build.`, {
        cause,
      });
  } finally {
    await rm(own, { force: true });
  }
  if (await isHeld(lock)) return false;
  await removeLeftover(lock);
  return takeBuildLock(lock);
}

/** A killed builder leaves its lock behind; its number may meanwhile belong to another program. */
async function isHeld(lock: string): Promise<boolean> {
  const owner = Number(await readFile(lock, "utf8").catch(() => ""));
  return owner !== process.pid && owner > 0 && commandLine(owner).includes("commands/");
}

/** Moved away before it is removed, because meanwhile another starter may have put its own in this place. */
async function removeLeftover(lock: string): Promise<void> {
  const moved = `${lock}.${process.pid}.left`;
  await rename(lock, moved).catch(() => undefined);
  if (await isHeld(moved)) await link(moved, lock).catch(() => undefined);
  await rm(moved, { force: true });
}
