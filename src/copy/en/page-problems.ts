import type { PageProblems } from '../problem-texts.js';
import { megabytes } from './phrases.js';

/** Where the bot may not or cannot fetch, a moderator can save the page and attach the file. */
export const pageProblems: PageProblems = {
  'page-address': ({ reason }) => ADDRESSES[reason],
  'page-private': ({ host }) =>
    `leads to a private network (${host}), and only public pages are fetched. Save the page and attach the file.`,
  'page-robots': ({ host }) =>
    `may not be fetched by bots: the robots.txt of ${host} says so. Save the page and attach the file if you may.`,
  'page-robots-unknown': ({ host, status }) =>
    `may or may not be open to bots: ${host} answers ${status} when asked for its robots.txt. Try again later.`,
  'page-robots-unread': ({ host }) =>
    `may or may not be open to bots: the robots.txt of ${host} cannot be read. Try again later, or save the page and attach the file if you may.`,
  'page-redirects': ({ most }) =>
    `redirects to another address more than ${most} times. Use the address where it ends up.`,
  'page-type': ({ contentType }) =>
    `is not a page that can be read (${contentType || 'the server names no type'}). Use HTML, plain text, Markdown, PDF or Word (.docx).`,
  'page-too-large': ({ most }) =>
    `is larger than ${megabytes(most)}. Save the part that matters and attach the file.`,
  'page-too-slow': ({ seconds }) =>
    `did not arrive within ${seconds} seconds. Try again later, or save the page and attach the file.`,
  'page-gone': ({ status }) =>
    `is no longer there (${status}). Check the address, or look for an archived copy.`,
  'page-status': ({ status }) =>
    `was refused by its server (${status}). Try again later, or save the page and attach the file.`,
  'page-no-host': ({ host }) => `cannot be found: there is no ${host}. Check the address.`,
  'page-no-connection': ({ detail }) =>
    `cannot be reached (${detail}). Try again later, or save the page and attach the file.`,
  'attachment-foreign': () => 'is not one of Discord’s attachments. Attach it to the command.',
  'attachment-status': ({ status }) => `was not delivered by Discord (HTTP ${status}). Attach it again.`,
  'attachment-too-slow': () => 'took too long to fetch from Discord. Try again.',
  'attachment-no-connection': () => 'could not be fetched, as Discord could not be reached. Try again.',
};

const ADDRESSES = {
  scheme: 'is not the address of a web page. Use one that begins with https:// or http://.',
  password: 'has a user name or password in it. Use the address without them.',
  'too-long': 'is too long for a page’s address. Save the page and attach the file.',
  port: 'names an unusual port, and only public web pages are fetched. Save the page and attach the file.',
} as const;
