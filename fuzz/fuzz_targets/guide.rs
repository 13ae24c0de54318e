#![no_main]

mod body;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = body::swallow(data);
});
