// Makes a browser a screen: shows the playlist, changes when it is told to, says what it shows.
"use strict";
const query = new URLSearchParams(location.search);
const world = query.has("rehearsal") || query.get("world") === "rehearsal" ? "rehearsal" : "live";
const part = (id) => document.getElementById(id);
const QUIET_MILLIS = 25000; // two heartbeats and a half
const POLL_MILLIS = 10000;

let playlist = null;
let etag = "";
let at = 0;
let next = 0;
let heard = Date.now();
let told = new Set();

part("rehearsal").hidden = world === "live";

async function pull() {
  try {
    const answer = await fetch("playlist?world=" + world, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store" });
    if (answer.status === 304 || answer.ok) {
      heard = Date.now();
    }
    if (answer.ok) {
      const news = await answer.json();
      etag = answer.headers.get("ETag") || "";
      if (!playlist || playlist.tag !== news.tag) {
        playlist = news;
        told = new Set();
        at = 0;
        show();
      }
    }
  } catch (unreachable) {
    // What is on stays on; the age of it is shown.
  }
  age();
}

function listen() {
  if (!window.EventSource) {
    return;
  }
  const events = new EventSource("events?world=" + world);
  const hear = (event) => {
    heard = Date.now();
    age();
    if (event.data && (!playlist || event.data !== playlist.tag)) {
      pull();
    }
  };
  events.addEventListener("playlist", hear);
  events.addEventListener("heartbeat", hear);
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) {
      // Refused, not cut: the browser does not try again by itself.
      setTimeout(listen, POLL_MILLIS);
    }
  };
}

function show() {
  clearTimeout(next);
  const slides = playlist ? playlist.slides : [];
  part("slide").hidden = slides.length === 0;
  part("peace").hidden = slides.length > 0;
  if (slides.length === 0) {
    part("town").textContent = playlist ? playlist.town : "";
    part("none").textContent = nothing();
    return;
  }
  const slide = slides[at % slides.length];
  const words = slide.words;
  part("slide").lang = words.lang;
  for (const name of ["level", "headline", "text", "areas", "issued"]) {
    part(name).textContent = words[name];
  }
  part("level").hidden = words.level === "";
  part("band").style.background = slide.look.colour;
  part("band").style.color = slide.look.ink;
  part("band").style.borderBottom = slide.look.ink === "#000000" ? ".8vh solid #000" : "none";
  fit();
  shown(slide);
  at = (at + 1) % slides.length;
  next = setTimeout(show, slide.seconds * 1000);
}

// That nothing is in force is only said while it is known.
function nothing() {
  if (lost()) {
    return "いま、情報を受け取れません。テレビやラジオを確かめてください。\nNo connection. Please check TV or radio.";
  }
  return playlist ? "現在、発表中の情報はありません\nThere are no alerts now." : "情報を待っています\nWaiting for information";
}

function lost() {
  return Date.now() - heard > QUIET_MILLIS;
}

// The largest letters with which all of the text is on the screen.
function fit() {
  const room = part("room");
  const text = part("text");
  let small = 8;
  let large = Math.ceil(window.innerHeight / 3);
  while (large - small > 1) {
    const middle = (small + large) >> 1;
    text.style.fontSize = middle + "px";
    const fits = text.scrollHeight <= room.clientHeight - 8 && text.scrollWidth <= text.clientWidth;
    small = fits ? middle : small;
    large = fits ? large : middle;
  }
  text.style.fontSize = small + "px";
}

function age() {
  part("lost").hidden = !lost();
  part("none").textContent = nothing();
  if (lost()) {
    const minutes = Math.floor((Date.now() - heard) / 60000);
    const ago = minutes < 1 ? ["1分以内", "less than a minute ago"] : [minutes + "分前", minutes + " min ago"];
    part("lost").textContent = `通信が切れています。${ago[0]}に受け取った情報です。 Connection lost; received ${ago[1]}.`;
  }
  if (!part("slide").hidden) {
    fit();
  }
}

function clock() {
  part("clock").textContent = new Date().toLocaleTimeString("ja-JP",
    { timeZone: "Asia/Tokyo", hour: "numeric", minute: "2-digit", hour12: false });
}

// A screen with a name (?name=…&place=…) registers once and acknowledges what it shows.
let registering = null;

function device() {
  registering ??= register().catch(() => null).then((me) => {
    registering = me ? registering : null;
    return me;
  });
  return registering;
}

async function register() {
  const stored = localStorage.getItem("kodama-device");
  if (stored) {
    return JSON.parse(stored);
  }
  if (!query.get("name")) {
    return null;
  }
  const answer = await post("devices", { name: query.get("name"), place: query.get("place") || "" }, {});
  if (!answer.ok) {
    return null;
  }
  const given = await answer.json();
  localStorage.setItem("kodama-device", JSON.stringify(given));
  return given;
}

async function shown(slide) {
  if (told.has(slide.alert)) {
    return;
  }
  const tag = playlist.tag;
  const mine = told;
  try {
    const me = await device();
    if (me) {
      const answer = await post(`devices/${me.id}/shown?world=${world}`, { alert: slide.alert, playlistTag: tag },
        { Authorization: "Bearer " + me.token });
      if (answer.status === 401) {
        localStorage.removeItem("kodama-device");
        registering = null;
      } else {
        mine.add(slide.alert);
      }
    }
  } catch (unreachable) {
    // Said again when the slide comes round.
  }
}

function post(path, body, headers) {
  return fetch(path, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });
}

clock();
show();
pull();
listen();
setInterval(clock, 1000);
setInterval(age, 5000);
setInterval(pull, POLL_MILLIS);
window.addEventListener("resize", fit);
