import { supervise } from "./supervisor";

// `npm run dev`: the same, with Next.js building each page when it is asked for.
await supervise("dev");
