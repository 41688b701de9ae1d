import "server-only";
import { notFound } from "next/navigation";
import { env, isDevelopment } from "@/env";

/** A page with nothing on it: what it weighs is what the framework weighs, the floor of the weight test. */
export default function EmptyPage() {
  if (!isDevelopment() && !env.designPages) notFound();
  return (
    <>
      <title>Empty · Remit</title>
      <h1>Empty</h1>
    </>
  );
}
