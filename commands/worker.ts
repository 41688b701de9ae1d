import { startWorker } from "@/lib/platform/jobs/worker";
import { withDatabase } from "./with-database";

// `npm run worker`: does the jobs, until it is asked to stop and has finished those in hand. npm start runs one by
// itself, complete with settings and over a channel; by hand it serves an installation of several machines.
if (process.connected) await work();
else await withDatabase(work, "finish");
process.exit();

async function work(): Promise<void> {
  const starting = startWorker();
  const stop = () => void starting.then((worker) => worker.stop());
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, stop);
  const { ended } = await starting;
  await ended;
}
