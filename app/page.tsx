import "server-only";
import { redirect } from "next/navigation";

/** The front door leads to the dashboard, which asks for sign-in where that is needed. */
export default function FrontDoor() {
  redirect("/dashboard");
}
