// A text read aloud by the browser's own voices (Web Speech API).

const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
// Cantonese and Mandarin, Brazilian and European: the region first, else any of the language.
function voiceOf(lang: string): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices();
  const isSame = (voice: SpeechSynthesisVoice) => voice.lang.replace("_", "-").toLowerCase() === lang.toLowerCase();
  return voices.find(isSame) ?? voices.find((voice) => primary(voice.lang) === primary(lang));
}

// One text at a time: a new one ends the one before. speed 1 is the voice's own.
export function speak(text: string, lang: string, speed: number, noVoice: () => void): void {
  if (!("speechSynthesis" in window)) {
    noVoice();
    return;
  }
  speechSynthesis.cancel();
  const say = () => {
    const voice = voiceOf(lang);
    if (!voice) {
      noVoice();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = speed;
    utterance.onerror = ({ error }) => {
      if (error !== "interrupted" && error !== "canceled") noVoice();
    };
    speechSynthesis.speak(utterance);
  };
  if (speechSynthesis.getVoices().length > 0) {
    say();
    return;
  }
  // Browsers load their voices when they are first asked about.
  const patience_ms = 1000;
  let waits = true;
  const once = () => {
    if (waits) say();
    waits = false;
  };
  speechSynthesis.addEventListener("voiceschanged", once, { once: true });
  setTimeout(once, patience_ms);
}
