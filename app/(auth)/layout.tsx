import "server-only";
import type { ReactNode } from "react";
import { BarePage } from "@/components/shell/bare-page";

/** The frame of the pages for people who are not signed in. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return <BarePage>{children}</BarePage>;
}
