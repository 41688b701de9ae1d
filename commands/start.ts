import { supervise } from "./supervisor";

// `npm start`: the whole portal from one command, built for production.
await supervise("start");
