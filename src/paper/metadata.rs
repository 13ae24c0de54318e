//! What a PDF says about itself: title, language, date, and that it is accessible. Nothing here differs between two renderings.

use lopdf::{Document, Object, Stream, StringFormat, dictionary};

use super::sheet::Sheet;

const PROGRAM: &str = "Roer";

/// Replaces printpdf's metadata.
///
/// # Errors
/// When the file has no catalog.
pub(super) fn add(file: &mut Document, sheet: &Sheet) -> Result<(), lopdf::Error> {
    let packet = xmp(sheet).into_bytes();
    // Streams of metadata stay readable for programs that know no PDF.
    let stream = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet).with_compression(false);
    let metadata = file.add_object(stream);
    let catalog = file.catalog_mut()?;
    catalog.set("Metadata", metadata);
    catalog.set("Lang", Object::string_literal(sheet.language.as_str()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    // printpdf writes these as strings, which no viewer understands.
    catalog.set("PageMode", "UseNone");
    catalog.set("PageLayout", "OneColumn");

    let date = sheet.date;
    let made = format!("D:{:04}{:02}{:02}000000Z", date.year(), date.month(), date.day());
    let info = dictionary! {
        "Title" => lopdf::text_string(&sheet.title),
        "Creator" => Object::string_literal(PROGRAM),
        "Producer" => Object::string_literal(PROGRAM),
        "CreationDate" => Object::string_literal(made.as_str()),
        "ModDate" => Object::string_literal(made),
    };
    let info = file.add_object(info);
    file.trailer.set("Info", info);
    let identity = Object::String(fingerprint(file).to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    Ok(())
}

fn xmp(sheet: &Sheet) -> String {
    let title = escaped(&sheet.title);
    let language = &sheet.language;
    let date = sheet.date;
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>\n\
         <xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate>\n\
         <xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>\n\
         <pdf:Producer>{PROGRAM}</pdf:Producer>\n\
         <pdfuaid:part>1</pdfuaid:part>\n\
         </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
    )
}

/// Fit for XML. Control characters are not allowed there in any form.
fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|character| !character.is_control()).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// 16 bytes that follow from the content (FNV-1a, 128 bits): a file identifier tells versions apart and keeps no secrets.
fn fingerprint(file: &Document) -> [u8; 16] {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for object in file.objects.values() {
        let Object::Stream(stream) = object else { continue };
        for byte in &stream.content {
            hash = (hash ^ u128::from(*byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
        }
    }
    hash.to_be_bytes()
}
