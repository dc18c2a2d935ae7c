import { wordsOf } from "./words.ts";

/**
 * Headings that open many documents and name none. Source: the section names that the templates of public proposal series, RFC 7322
 * (section 4), Keep a Changelog and arc42 ask for, the same words in other languages, and the most frequent first headings of 64 public sets (2026-11).
 */
const GENERIC_TITLES: ReadonlySet<string> = new Set(
  `readme|read me|summary|simple summary|executive summary|abstract|table of contents|contents|toc|index|copyright|copyright notice|license|licence|licensing
introduction|intro|overview|general|general overview|preamble|preface|foreword|prologue|background|motivation|context|purpose|scope|rationale|goals|objectives|objective|goal
specification|specifications|spec|design|proposal|description|details|definitions|terminology|glossary|references|bibliography|appendix|notes|note|notices|notice
backwards compatibility|backward compatibility|security considerations|reference implementation|test cases|terms and definitions|implementation|conventions|related|related work|parameters
status|status of this memo|status of this document|document status|document information|document control|document history|revision history|version history|history
changelog|change log|changes|what s new|release notes|news|metadata|meta|header|authors|author|credits|contributors|acknowledgements|acknowledgments|dedication
home|home page|homepage|welcome|main|start|title|page|document|documents|documentation|docs|untitled|untitled document|new document|new page|draft|template|placeholder|tbd|todo|to do|test
network working group|internet engineering task force|internet engineering task force ietf|internet architecture board|internet architecture board iab|internet research task force irtf|independent submission|internet draft|request for comments|category standards track
warning|important|disclaimer|prerequisites|requirements|usage|example|examples|info|information|about|about this document|menu|navigation|skip to content|skip to main content|on this page|in this article|search|log in|sign in
inhalt|inhaltsverzeichnis|zusammenfassung|kurzfassung|einleitung|einführung|überblick|übersicht|vorwort|hintergrund|zweck|anhang|impressum
résumé|sommaire|table des matières|avant propos|présentation|préface|vue d ensemble|contexte
resumen|índice|contenido|contenidos|introducción|prólogo|prefacio|presentación|descripción general|descripción|visión general|tabla de contenidos
resumo|sumário|conteúdo|introdução|apresentação|visão geral|sommario|indice|introduzione|prefazione|panoramica|riassunto
samenvatting|inhoud|inhoudsopgave|inleiding|overzicht|voorwoord|sammanfattning|innehåll|inledning|spis treści|streszczenie|wprowadzenie|wstęp
введение|содержание|оглавление|аннотация|предисловие|обзор|резюме|вступ|зміст|анотація
目录|目錄|摘要|概述|概要|简介|簡介|引言|前言|序言|介绍|介紹|总览|背景|目的|说明|正文|目次|はじめに|序文|要約|要旨|紹介|イントロダクション|概観|소개|개요|목차|서론|요약|머리말`
    .split(/[|\n]/)
    .map((phrase) => wordsOf(phrase).join(" ")),
);

/** `1.`, `2.3`, `IV.`, `A)`, `Chapter 7:`, `§ 4` before the words of a heading. */
const NUMBERING =
  /^(?:(?:chapter|section|part|appendix|annex|§)\s*)?(?:\d{1,4}(?:\.\d{1,4}){0,5}|[ivx]{1,6}(?=[.):])|[a-z](?=[.):]))[.):]?\s*[-–—]?\s*/i;

/** Whether a title is a word that heads many documents and names none, its number left aside. A title of numbering alone is generic too. */
export function isGenericTitle(title: string): boolean {
  const words = wordsOf(title).join(" ");
  if (words === "" || GENERIC_TITLES.has(words)) return true;
  const rest = wordsOf(title.trim().replace(NUMBERING, "")).join(" ");
  return GENERIC_TITLES.has(rest) || (rest === "" && /^(?:chapter|section|part|appendix|annex|§)/i.test(title.trim()));
}
