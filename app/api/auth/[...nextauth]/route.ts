import "server-only";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/platform/sign-in/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses: who is signed in, and signing out. It has no provider, so nobody signs in here. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

/** Reads only: the session as JSON, the token against forgery. */
export const GET = answer;

/** Signs out, with the token against forgery. */
export const POST = answer;
