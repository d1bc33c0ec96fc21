import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StudioApi } from '../api.ts';
import { endpoints } from './endpoints.ts';
import { refuseForeign, refuseStrangers, refuseWithoutToken } from './guard.ts';
import { pageHtml, policy } from './page.ts';
import { Refusal } from './refusal.ts';
import type { Workspace } from './workspace.ts';

interface HandlerOptions {
  workspace: Workspace;
  token: string;
  /** The hosts at which the server answers. */
  hosts: () => ReadonlySet<string>;
  /** Whether it answers other computers too. */
  isOpen: () => boolean;
  /** Called for an error that no request should cause. */
  report: (message: string) => void;
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Answer every request below `/_studio`; all others are left to the development server. */
export function createHandler({ workspace, token, hosts, isOpen, report }: HandlerOptions): Handler {
  const studio = workspace.urls.file('_studio/');
  const html = pageHtml({ name: workspace.site.name, token });
  return (request, response, next) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (`${pathname}/` !== studio && !pathname.startsWith(studio)) return next();
    const answer = async (): Promise<void> => {
      refuseForeign(request.headers, hosts());
      if (`${pathname}/` === studio) return void send(response, 308, '', { Location: studio });
      if (pathname === studio) {
        if (request.method !== 'GET' && request.method !== 'HEAD') throw methodRefusal('GET');
        const cookie = isOpen() ? refuseStrangers(request.headers, searchParams.get('token'), { token, path: studio }) : null;
        // The token goes from the address, which one may copy.
        if (cookie !== null) return void send(response, 303, '', { Location: studio, 'Set-Cookie': cookie });
        return send(response, 200, request.method === 'HEAD' ? '' : html, { 'Content-Type': 'text/html; charset=utf-8' });
      }
      refuseWithoutToken(request.headers, token);
      const [, name = ''] = /^api\/([a-z]+)$/.exec(pathname.slice(studio.length)) ?? [];
      const asked = (Object.keys(endpoints) as (keyof StudioApi)[]).filter((key) => key.split(' ')[1] === name);
      if (asked.length === 0) throw new Refusal(404, 'The studio has nothing at this address.');
      const key = asked.find((one) => one === `${request.method} ${name}`);
      if (!key) throw methodRefusal(asked.map((one) => one.split(' ')[0]).join(', '));
      sendJson(response, 200, await endpoints[key]({ request, query: Object.fromEntries(searchParams), workspace }));
    };
    answer().catch((error: unknown) => {
      if (!(error instanceof Refusal)) report(error instanceof Error ? (error.stack ?? error.message) : String(error));
      const { status, message, fix, details } = error instanceof Refusal ? error : unexpected(error);
      // What is left of a body that was refused is not read.
      if (!request.complete) response.setHeader('Connection', 'close');
      sendJson(response, status, { message, fix, ...details });
    });
  };
}

/** Answers one method of an address. */
function methodRefusal(allowed: string): Refusal {
  return new Refusal(405, `This address takes ${allowed} alone.`);
}

/** Say why the system refused, without the path on this computer. */
function unexpected(error: unknown): Refusal {
  const { code } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? 'an error that its terminal shows' : `the error ${code}, which its terminal shows`;
  return new Refusal(500, `The studio could not do that because of ${reason}.`, { fix: 'Copy what is not saved before you try again.' });
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, JSON.stringify(value), { 'Content-Type': 'application/json; charset=utf-8' });
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string>): void {
  response.writeHead(status, {
    'Content-Security-Policy': policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
}
